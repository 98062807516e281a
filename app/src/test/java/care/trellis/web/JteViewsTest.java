package care.trellis.web;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.InternalResourceViewResolver;

class JteViewsTest {

    private final JteViews views = new JteViews();
    private final MockMvc browser =
            MockMvcBuilders.standaloneSetup(new Pages())
                    .setViewResolvers(
                            views.viewResolver(views.templates()),
                            new InternalResourceViewResolver())
                    .build();

    @Test
    void a_template_s_name_becomes_a_page_in_utf_8() throws Exception {
        browser.perform(get("/missing"))
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith("text/html;charset=UTF-8"))
                .andExpect(content().string(containsString("<h1>Nothing is here</h1>")))
                .andExpect(content().string(containsString("Ünter-1")));
    }

    @Test
    void a_name_without_a_template_is_left_to_the_framework() throws Exception {
        browser.perform(get("/away")).andExpect(redirectedUrl("/"));
    }

    @Controller
    static class Pages {

        @GetMapping("/missing")
        ModelAndView missing() {
            return new ModelAndView("web/error", Map.of("status", 404, "reference", "Ünter-1"));
        }

        @GetMapping("/away")
        String away() {
            return "redirect:/";
        }
    }
}
