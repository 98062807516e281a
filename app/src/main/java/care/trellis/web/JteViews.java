package care.trellis.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.view.AbstractView;

/**
 * Finds the compiled template of a view name: {@code clients/chart} is {@code
 * src/main/jte/clients/chart.jte}. Any other name, such as a redirect, is left to the resolvers
 * that come with the framework.
 */
@Configuration
public class JteViews {

    /**
     * The templates that the build compiled; rendering a page compiles nothing and reads no file.
     */
    @Bean
    public TemplateEngine templates() {
        return TemplateEngine.createPrecompiled(ContentType.Html);
    }

    @Bean
    ViewResolver templateViews(TemplateEngine templates) {
        return new TemplateViews(templates);
    }

    private record TemplateViews(TemplateEngine templates) implements ViewResolver, Ordered {

        @Override
        public @Nullable View resolveViewName(String name, Locale locale) {
            var template = name + ".jte";
            return templates.hasTemplate(template) ? new TemplateView(templates, template) : null;
        }

        @Override
        public int getOrder() {
            return 0;
        }
    }

    /**
     * Renders whole before the first byte leaves, so that a failure becomes an error page and not
     * half a page.
     */
    private static final class TemplateView extends AbstractView {

        private final TemplateEngine templates;
        private final String template;

        TemplateView(TemplateEngine templates, String template) {
            super();
            this.templates = templates;
            this.template = template;
            setContentType("text/html;charset=UTF-8");
        }

        @Override
        protected void renderMergedOutputModel(
                Map<String, Object> model, HttpServletRequest request, HttpServletResponse response)
                throws Exception {
            var page = new Utf8ByteOutput();
            templates.render(template, model, page);
            setResponseContentType(request, response);
            var bytes = page.toByteArray();
            response.setContentLength(bytes.length);
            response.getOutputStream().write(bytes);
        }
    }
}
