package care.trellis.board;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The start page: the board, or for who may not see one the list of staff. */
@Controller
class StartController {

    private final Access access;

    StartController(Access access) {
        this.access = access;
    }

    @GetMapping("/")
    @Requires(Action.OWN_ACCOUNT)
    String start(Permit permit) {
        return access.mayByRole(permit.actor(), Action.BOARD_VIEW)
                ? "redirect:/board"
                : "redirect:/staff";
    }
}
