package care.trellis.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/**
 * One filter chain: sessions of our own, CSRF tokens on every change, and the same strict headers
 * on every answer. It only tells signed-in from signed-out; what a person may do is decided by
 * {@link Access}.
 */
@Configuration(proxyBeanMethods = false)
class WebSecurity {

    /** No inline script, no inline style, nothing from elsewhere (facts: ARCH-11). */
    static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self';"
                    + " img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'";

    @Bean
    SecurityFilterChain security(
            HttpSecurity http,
            SignInSessions sessions,
            SessionCookie cookie,
            Accounts accounts,
            Access access,
            CsrfTokenRepository csrf)
            throws Exception {
        return http.sessionManagement(
                        it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(it ->
                        it.csrfTokenRepository(csrf)
                                .csrfTokenRequestHandler(new XorCsrfTokenRequestAttributeHandler())
                                // What another machine brings is signed in place of the token.
                                .ignoringRequestMatchers("/incoming/**")
                                // Every request authenticates anew here; a new token each time
                                // would refuse the second press on a page that is open. A new
                                // session brings a new token: see SessionCookie.
                                .sessionAuthenticationStrategy(
                                        new NullAuthenticatedSessionStrategy()))
                .authorizeHttpRequests(it ->
                        // The end of an open stream comes back through here; it was decided when
                        // it was opened.
                        it.dispatcherTypeMatchers(DispatcherType.ASYNC)
                                .permitAll()
                                .requestMatchers(
                                        "/sign-in",
                                        "/sign-in/**",
                                        "/first-run",
                                        "/invitation/**",
                                        "/tablet/**",
                                        "/answer/**",
                                        "/stop/**",
                                        "/incoming/**",
                                        "/kiosk/**",
                                        "/arrive/**",
                                        "/feeds/**",
                                        "/wall/**",
                                        "/css/**",
                                        "/js/**",
                                        "/fonts/**",
                                        "/vendor/**",
                                        "/*.svg",
                                        "/error")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .addFilterBefore(
                        new SessionFilter(sessions, cookie, accounts, access),
                        AnonymousAuthenticationFilter.class)
                .exceptionHandling(it -> it.authenticationEntryPoint(WebSecurity::askToSignIn))
                .headers(it ->
                        it.contentSecurityPolicy(
                                        policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                                .referrerPolicy(policy ->
                                        policy.policy(
                                                ReferrerPolicyHeaderWriter.ReferrerPolicy
                                                        .SAME_ORIGIN))
                                .addHeaderWriter(
                                        new StaticHeadersWriter(
                                                "Permissions-Policy",
                                                "camera=(), microphone=(), geolocation=()"))
                                .addHeaderWriter(
                                        new StaticHeadersWriter(
                                                "Cross-Origin-Opener-Policy", "same-origin"))
                                .addHeaderWriter(
                                        new StaticHeadersWriter(
                                                "Cross-Origin-Resource-Policy", "same-origin")))
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    /** Where the token that proves a request's origin is kept: a cookie that no script can read. */
    @Bean
    CsrfTokenRepository csrfTokens(@Value("${trellis.secure:false}") boolean secure) {
        var csrf = new CookieCsrfTokenRepository();
        csrf.setCookieName(secure ? "__Host-csrf" : "csrf");
        csrf.setCookieCustomizer(built -> built.sameSite("Strict").path("/").secure(secure));
        return csrf;
    }

    /**
     * A page part must not be replaced by a sign-in page: htmx is told to go there as a whole. A
     * stream that opens again hears that it is over; else it would ask for ever.
     */
    private static void askToSignIn(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException refused)
            throws IOException {
        if (request.getHeader("HX-Request") != null) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            response.setHeader("HX-Redirect", "/sign-in");
        } else if (MediaType.TEXT_EVENT_STREAM_VALUE.equals(
                request.getHeader(HttpHeaders.ACCEPT))) {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.getWriter().print("event: signed-out\ndata: over\n\n");
        } else {
            response.sendRedirect("/sign-in");
        }
    }
}
