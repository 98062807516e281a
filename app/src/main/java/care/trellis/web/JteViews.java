package care.trellis.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

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

    /**
     * Takes the place of the framework's resolver that asks all others what a browser would like
     * best: there is one kind of page.
     */
    @Bean
    ViewResolver viewResolver(TemplateEngine templates) {
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
    private record TemplateView(TemplateEngine templates, String template) implements View {

        @Override
        @SuppressWarnings("unchecked")
        public void render(
                @Nullable Map<String, ?> model,
                HttpServletRequest request,
                HttpServletResponse response)
                throws IOException {
            var page = new Utf8ByteOutput();
            templates.render(
                    template, model == null ? Map.of() : (Map<String, Object>) model, page);
            response.setContentType("text/html;charset=UTF-8");
            var bytes = page.toByteArray();
            response.setContentLength(bytes.length);
            response.getOutputStream().write(bytes);
        }
    }
}
