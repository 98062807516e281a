package care.trellis.web;

import care.trellis.base.Change;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** What every page that saves a form does: go on where it was saved, else show what was typed. */
public final class Saving {

    private Saving() {}

    /**
     * Asks the door unless the form is wrong already.
     *
     * @param next where to go once it is saved
     * @param again the same page with the form, which then says what is wrong
     */
    public static <T> ModelAndView save(
            Form form, Supplier<Change<T>> door, String next, Supplier<ModelAndView> again) {
        return save(form, door, (T done) -> next, again);
    }

    /** The same, where the next page depends on what came of it. */
    public static <T> ModelAndView save(
            Form form,
            Supplier<Change<T>> door,
            Function<T, String> next,
            Supplier<ModelAndView> again) {
        if (!form.wrong()) {
            switch (door.get()) {
                case Change.Done<T>(var done) -> {
                    return new ModelAndView("redirect:" + next.apply(done));
                }
                case Change.Refused<T>(var problems) -> form.refused(problems);
            }
        }
        return refused(again.get());
    }

    /** The page with the form as one that was not saved: 422. */
    public static ModelAndView refused(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
