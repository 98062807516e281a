package care.trellis.walls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import care.trellis.access.Access;
import care.trellis.base.Requires;
import care.trellis.base.Role;
import care.trellis.base.SignedOut;
import care.trellis.testing.Clinic;
import care.trellis.testing.Clinic.Ward;
import care.trellis.testing.TrellisTest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every route of the running application, tried by those who may not: signed out, in the wrong
 * role, and from the wrong organization. A new route is swept the day it is written.
 */
@TrellisTest
class RouteSweepTest {

    /** All that is open to anybody. A route more is a decision, made here. */
    private static final Set<String> OPEN =
            Set.of(
                    "GET /sign-in",
                    "POST /sign-in",
                    "GET /sign-in/code",
                    "POST /sign-in/code",
                    "POST /sign-in/recovery-code",
                    "GET /sign-in/enroll",
                    "POST /sign-in/enroll",
                    "GET /first-run",
                    "POST /first-run",
                    "GET /invitation/{token}",
                    "POST /invitation/{token}",
                    "GET /feeds/{token}",
                    "GET /tablet/{organization}",
                    "POST /tablet/{organization}",
                    "GET /stop/{token}",
                    "POST /stop/{token}",
                    "POST /incoming/texts/{organization}",
                    "GET /answer/{token}",
                    "POST /answer/{token}",
                    "POST /answer/{token}/language",
                    "POST /answer/{token}/submission",
                    "GET /kiosk",
                    "GET /kiosk/code",
                    "GET /kiosk/shell",
                    "GET /kiosk/worker.js",
                    "POST /kiosk/initials",
                    "POST /kiosk/arrivals",
                    "POST /kiosk/next",
                    "POST /kiosk/departures",
                    "POST /kiosk/mood",
                    "POST /kiosk/craving",
                    "POST /kiosk/place",
                    "POST /kiosk/measures",
                    "POST /kiosk/help",
                    "POST /kiosk/taps",
                    "GET /kiosk/pairing/{link}",
                    "POST /kiosk/pairing/{link}",
                    "GET /arrive/{ticket}",
                    "POST /arrive/{ticket}",
                    "GET /wall",
                    "GET /wall/now");

    private record Route(HttpMethod method, String pattern, HandlerMethod handler) {

        String name() {
            return method + " " + pattern;
        }

        Requires requires() {
            var requires = handler.getMethodAnnotation(Requires.class);
            assertThat(requires).as(name()).isNotNull();
            return requires;
        }

        boolean signedOut() {
            return handler.hasMethodAnnotation(SignedOut.class);
        }

        /** With an id that nobody has in place of each variable. */
        String nowhere() {
            return pattern.replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        }
    }

    @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;
    @Autowired MockMvc browser;
    @Autowired Access access;
    @Autowired Clinic clinic;

    @Test
    void every_route_says_what_it_requires_or_that_it_is_open() {
        assertThat(routes())
                .allSatisfy(route ->
                        assertThat(
                                        route.handler().hasMethodAnnotation(Requires.class)
                                                ^ route.signedOut())
                                .as(route.name())
                                .isTrue());
    }

    @Test
    void what_is_open_to_anybody_is_this_list_and_no_more() {
        assertThat(routes().stream().filter(Route::signedOut).map(Route::name).toList())
                .containsExactlyInAnyOrderElementsOf(OPEN);
    }

    @TestFactory
    Stream<DynamicTest> nobody_gets_in_signed_out() {
        return closed().map(route ->
                DynamicTest.dynamicTest(
                        route.name(),
                        () -> {
                            var whole = ask(route, route.nowhere(), null, false);
                            assertThat(whole.getStatus()).isEqualTo(302);
                            assertThat(whole.getRedirectedUrl()).isEqualTo("/sign-in");
                            var part = ask(route, route.nowhere(), null, true);
                            assertThat(part.getStatus()).isEqualTo(401);
                            assertThat(part.getHeader("HX-Redirect")).isEqualTo("/sign-in");
                        }));
    }

    @TestFactory
    Stream<DynamicTest> nobody_gets_in_with_the_wrong_role() {
        var ward = clinic.open();
        return closed().flatMap(route ->
                wrongRole(ward, route).stream()
                        .map(role ->
                                DynamicTest.dynamicTest(
                                        route.name() + " as " + role.label(),
                                        () ->
                                                assertThat(
                                                                ask(
                                                                                route,
                                                                                route.nowhere(),
                                                                                ward.signedIn(role),
                                                                                false)
                                                                        .getStatus())
                                                        .isEqualTo(404))));
    }

    @TestFactory
    Stream<DynamicTest> another_organization_is_not_found() {
        var theirs = clinic.open();
        var maya = clinic.maya(theirs);
        var session = clinic.session(theirs, Clinic.MONDAY, java.time.LocalTime.of(9, 0), 60, maya);
        var ours = clinic.open();
        return closed().filter(route -> route.pattern().contains("{"))
                .map(route ->
                        DynamicTest.dynamicTest(
                                route.name(),
                                () ->
                                        assertThat(
                                                        ask(
                                                                        route,
                                                                        fill(
                                                                                route,
                                                                                theirs,
                                                                                maya.id(),
                                                                                maya.episode(),
                                                                                session),
                                                                        ours.signedIn(
                                                                                Role.values()),
                                                                        false)
                                                                .getStatus())
                                                .as(route.name())
                                                .isIn(404, 400)));
    }

    @Test
    void a_change_without_the_forms_token_is_refused() throws Exception {
        var ward = clinic.open();
        for (var route : routes()) {
            if (!route.method().equals(HttpMethod.GET)) {
                var answer =
                        browser.perform(
                                        request(route, route.nowhere())
                                                .with(ward.signedIn(Role.values())))
                                .andReturn()
                                .getResponse();
                assertThat(answer.getStatus()).as(route.name()).isEqualTo(403);
            }
        }
    }

    private Stream<Route> closed() {
        return routes().stream().filter(route -> !route.signedOut());
    }

    private List<Route> routes() {
        return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(entry ->
                        entry.getValue().getBeanType().getName().startsWith("care.trellis"))
                .flatMap(entry ->
                        entry.getKey().getPatternValues().stream()
                                .flatMap(pattern ->
                                        methods(entry.getKey().getMethodsCondition().getMethods())
                                                .map(method ->
                                                        new Route(
                                                                method,
                                                                pattern,
                                                                entry.getValue()))))
                .sorted(java.util.Comparator.comparing(Route::name))
                .toList();
    }

    private static Stream<HttpMethod> methods(Set<RequestMethod> methods) {
        return methods.isEmpty()
                ? Stream.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE)
                : methods.stream().map(RequestMethod::asHttpMethod);
    }

    private Optional<Role> wrongRole(Ward ward, Route route) {
        return Arrays.stream(Role.values())
                .filter(role -> !access.mayByRole(ward.actor(role), route.requires().value()))
                .findFirst();
    }

    private MockHttpServletResponse ask(
            Route route, String path, RequestPostProcessor who, boolean part) throws Exception {
        var request = request(route, path).with(csrf());
        if (who != null) {
            request = request.with(who);
        }
        if (part) {
            request = request.header("HX-Request", "true");
        }
        return browser.perform(request).andReturn().getResponse();
    }

    private static MockHttpServletRequestBuilder request(Route route, String path) {
        return MockMvcRequestBuilders.request(route.method(), path);
    }

    /** The path with ids of things that exist, in the other organization. */
    private static String fill(Route route, Ward theirs, UUID client, UUID episode, UUID session) {
        var path = route.pattern();
        path = path.replace("{client}", client.toString());
        path = path.replace("{episode}", episode.toString());
        path = path.replace("{session}", session.toString());
        path = path.replace("{site}", theirs.site().toString());
        path = path.replace("{room}", theirs.room().toString());
        path = path.replace("{program}", theirs.program().toString());
        path = path.replace("{staff}", theirs.lead().toString());
        path = path.replace("{account}", theirs.leadAccount().toString());
        path = path.replace("{payer}", theirs.payer().toString());
        path = path.replace("{contract}", theirs.contract().toString());
        path = path.replace("{track}", theirs.track().toString());
        path = path.replaceAll("\\{(date|day|week|from)}", Clinic.MONDAY.toString());
        return path.replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
    }
}
