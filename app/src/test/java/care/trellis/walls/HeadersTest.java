package care.trellis.walls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import care.trellis.base.Role;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The strict headers stand on every answer, whatever it says. */
@TrellisTest
class HeadersTest {

    @Autowired MockMvc browser;
    @Autowired Clinic clinic;

    @Test
    void a_page_a_redirect_a_refusal_and_a_file_carry_them_all() throws Exception {
        var ward = clinic.open();

        carries(200, get("/account").with(ward.signedIn(Role.CLINICIAN)));
        carries(200, get("/sign-in"));
        carries(302, get("/account"));
        carries(404, get("/nowhere").with(ward.signedIn(Role.CLINICIAN)));
        carries(422, post("/sign-in").with(csrf()));
        carries(403, post("/sign-in"));
        carries(200, get("/css/base.css"));
    }

    private void carries(int status, MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse answer = browser.perform(request).andReturn().getResponse();

        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(answer.getHeader("Content-Security-Policy"))
                .contains("default-src 'none'")
                .contains("script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getHeader("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.getHeader("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.getHeader("Permissions-Policy")).contains("camera=()");
        assertThat(answer.getHeader("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(answer.getHeader("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
    }
}
