package care.trellis.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.Ids;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Permit;
import care.trellis.base.Role;
import care.trellis.base.SettableClock;
import care.trellis.organizations.BillingIdentity;
import care.trellis.testing.TrellisTest;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.support.WebTestUtils;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

/** Signing in as a browser does it: pages, cookies, a clock. */
@TrellisTest
class SignInTest {

    private static final String PASSWORD = "four purple herons wade";

    private static final AtomicInteger NETWORKS = new AtomicInteger();

    @Autowired MockMvc browser;
    @Autowired JdbcClient jdbc;
    @Autowired CsrfTokenRepository tokens;
    @Autowired Founding founding;
    @Autowired Accounts accounts;
    @Autowired Invitations invitations;
    @Autowired CredentialRecords credentials;
    @Autowired AuthenticatorFactor authenticator;
    @Autowired TransactionTemplate transaction;
    @Autowired SettableClock clock;

    private final String email = "ada-" + UUID.randomUUID() + "@clinic.example";

    /** Each test comes from a network of its own, since wrong answers are counted by address. */
    private final String address =
            "2001:db8:" + Integer.toHexString(NETWORKS.incrementAndGet()) + "::1";

    private Founding.Founded founded;

    @BeforeEach
    void given_an_organization_with_its_administrator() {
        clock.set(Instant.parse("2026-03-02T13:30:00Z"));
        founded =
                founding.found(
                                BillingIdentity.named("Northgate"),
                                new NewAccount(
                                        email,
                                        "Ada Lindqvist",
                                        Set.of(Role.ADMINISTRATOR),
                                        Set.of(),
                                        null),
                                PASSWORD)
                        .orThrow();
    }

    @Test
    void a_first_sign_in_sets_up_the_second_factor_and_the_next_one_asks_for_it() throws Exception {
        var afterPassword = signIn(PASSWORD);
        assertThat(afterPassword.getRedirectedUrl()).isEqualTo("/sign-in/enroll");

        var half = session(afterPassword);
        var page = browse(get("/sign-in/enroll"), half);
        assertThat(page.getContentAsString()).contains("<svg width=\"216\"").contains("Secret");

        var enrolled = browse(post("/sign-in/enroll").param("code", nextCode()), half);
        assertThat(recoveryCodes(enrolled)).hasSize(10);
        assertThat(home(session(enrolled))).isEqualTo(200);
        assertThat(home(half)).isEqualTo(302);

        clock.advance(Duration.ofMinutes(1));
        var second = signIn(PASSWORD);
        assertThat(second.getRedirectedUrl()).isEqualTo("/sign-in/code");
        assertThat(home(session(second))).as("the password alone opens nothing").isEqualTo(302);
        var full = browse(post("/sign-in/code").param("code", nextCode()), session(second));
        assertThat(full.getRedirectedUrl()).isEqualTo("/");
        assertThat(home(session(full))).isEqualTo(200);
    }

    @Test
    void wrong_and_unknown_and_locked_get_the_same_answer() throws Exception {
        var wrong = signIn("not the password at all");
        var unknown =
                browse(
                        post("/sign-in")
                                .param("email", "nobody@clinic.example")
                                .param("password", PASSWORD));
        for (int more = 1; more < SignIn.ALLOWED_FAILURES; more++) {
            signIn("not the password at all");
        }
        var locked = signIn(PASSWORD);

        assertThat(List.of(wrong.getStatus(), unknown.getStatus(), locked.getStatus()))
                .containsOnly(422);
        assertThat(words(wrong)).isEqualTo(words(locked));
        assertThat(words(unknown)).isEqualTo(words(locked));
    }

    @Test
    void ten_wrong_answers_of_either_factor_lock_and_an_administrator_unlocks() throws Exception {
        enroll();
        var half = session(signIn(PASSWORD));
        for (int wrong = 0; wrong < SignIn.ALLOWED_FAILURES; wrong++) {
            browse(post("/sign-in/code").param("code", "000000"), half);
        }
        clock.advance(Duration.ofMinutes(1));
        assertThat(browse(post("/sign-in/code").param("code", nextCode()), half).getStatus())
                .isEqualTo(422);
        assertThat(account().lockedForFailures()).isTrue();

        inside(() -> accounts.unlock(permit(), founded.administrator()));

        assertThat(signIn(PASSWORD).getRedirectedUrl()).isEqualTo("/sign-in/code");
    }

    @Test
    void a_code_shown_once_is_not_good_again() throws Exception {
        enroll();
        clock.advance(Duration.ofMinutes(1));
        var code = nextCode();
        browse(post("/sign-in/code").param("code", code), session(signIn(PASSWORD)));

        var again = browse(post("/sign-in/code").param("code", code), session(signIn(PASSWORD)));

        assertThat(again.getStatus()).isEqualTo(422);
    }

    @Test
    void a_recovery_code_signs_in_once() throws Exception {
        var codes = enroll();

        var first =
                browse(
                        post("/sign-in/recovery-code")
                                .param("recoveryCode", codes.get(3).toUpperCase()),
                        session(signIn(PASSWORD)));
        var again =
                browse(
                        post("/sign-in/recovery-code").param("recoveryCode", codes.get(3)),
                        session(signIn(PASSWORD)));

        assertThat(home(session(first))).isEqualTo(200);
        assertThat(again.getStatus()).isEqualTo(422);
    }

    @Test
    void a_session_ends_after_fifteen_idle_minutes_and_a_listening_page_does_not_extend_it()
            throws Exception {
        var session = fullSession();
        clock.advance(Duration.ofMinutes(14));
        assertThat(home(session)).isEqualTo(200);
        clock.advance(Duration.ofMinutes(14));
        assertThat(
                        browse(get("/account").header("Trellis-Background", "true"), session)
                                .getStatus())
                .isEqualTo(200);
        clock.advance(Duration.ofMinutes(2));

        assertThat(home(session)).isEqualTo(302);
        var live = browse(get("/account").header("Accept", "text/event-stream"), session);
        assertThat(live.getContentType()).startsWith("text/event-stream");
        assertThat(live.getContentAsString()).isEqualTo("event: signed-out\ndata: over\n\n");
    }

    @Test
    void a_session_ends_after_twelve_hours_however_busy() throws Exception {
        var session = fullSession();
        for (int tenMinutes = 1; tenMinutes < 72; tenMinutes++) {
            clock.advance(Duration.ofMinutes(10));
            assertThat(home(session)).isEqualTo(200);
        }
        clock.advance(Duration.ofMinutes(11));

        assertThat(home(session)).isEqualTo(302);
    }

    @Test
    void sign_out_and_a_change_of_roles_end_a_session_at_its_next_request() throws Exception {
        var left = fullSession();
        browse(post("/sign-out"), left);
        assertThat(home(left)).isEqualTo(302);

        clock.advance(Duration.ofMinutes(1));
        var full =
                session(
                        browse(
                                post("/sign-in/code").param("code", nextCode()),
                                session(signIn(PASSWORD))));
        inside(() ->
                accounts.setRoles(
                        permit(),
                        founded.administrator(),
                        Set.of(Role.ADMINISTRATOR, Role.DIRECTOR),
                        Set.of()));
        assertThat(home(full)).isEqualTo(302);
    }

    @Test
    void signing_in_brings_a_new_token_and_the_one_from_before_is_refused() throws Exception {
        var page = browser.perform(get("/sign-in").with(realTokens())).andReturn().getResponse();
        var before = page.getCookie("csrf");
        var half =
                browser.perform(
                                post("/sign-in")
                                        .with(realTokens())
                                        .cookie(before)
                                        .param("_csrf", token(page))
                                        .param("email", email)
                                        .param("password", PASSWORD))
                        .andReturn()
                        .getResponse();
        var session = session(half);
        var between = half.getCookie("csrf");
        assertThat(between.getValue()).isNotEqualTo(before.getValue());

        var offer =
                browser.perform(get("/sign-in/enroll").cookie(session, between))
                        .andReturn()
                        .getResponse();
        var enrolled =
                browser.perform(
                                post("/sign-in/enroll")
                                        .cookie(session, between)
                                        .param("_csrf", token(offer))
                                        .param("code", nextCode()))
                        .andReturn()
                        .getResponse();
        var after = enrolled.getCookie("csrf");
        assertThat(after.getValue()).isNotEqualTo(between.getValue());

        var stale =
                browser.perform(
                                post("/sign-out")
                                        .cookie(session(enrolled), after)
                                        .param("_csrf", token(offer)))
                        .andReturn()
                        .getResponse();
        assertThat(stale.getStatus()).isEqualTo(403);
    }

    @Test
    void an_address_that_guessed_thirty_times_waits_and_another_address_does_not()
            throws Exception {
        for (int wrong = 0; wrong < AddressLimit.ALLOWED_FAILURES; wrong++) {
            browse(
                    post("/sign-in")
                            .param("email", wrong + "@clinic.example")
                            .param("password", "spring 2026"));
        }

        var waiting = signIn(PASSWORD);
        assertThat(waiting.getStatus()).isEqualTo(429);
        assertThat(waiting.getHeader("Retry-After")).isEqualTo("901");
        assertThat(waiting.getContentAsString())
                .contains("Too many wrong answers came from your network")
                .contains(email);
        assertThat(account().locked()).as("nobody's account suffers").isFalse();

        var elsewhere =
                browse(
                        post("/sign-in")
                                .param("email", email)
                                .param("password", PASSWORD)
                                .with(from("192.0.2.77")));
        assertThat(elsewhere.getRedirectedUrl()).isEqualTo("/sign-in/enroll");

        clock.advance(AddressLimit.WINDOW);
        assertThat(signIn(PASSWORD).getRedirectedUrl()).isEqualTo("/sign-in/enroll");
    }

    @Test
    void right_answers_from_one_address_are_never_too_many() throws Exception {
        for (int right = 0; right <= AddressLimit.ALLOWED_FAILURES; right++) {
            assertThat(signIn(PASSWORD).getRedirectedUrl()).isEqualTo("/sign-in/enroll");
        }
    }

    @Test
    void a_header_that_names_another_client_is_no_way_around_the_limit() throws Exception {
        for (int wrong = 0; wrong < AddressLimit.ALLOWED_FAILURES; wrong++) {
            browse(
                    post("/sign-in")
                            .param("email", "nobody@clinic.example")
                            .header("X-Forwarded-For", "198.51.100." + wrong)
                            .header("Forwarded", "for=198.51.100." + wrong));
        }

        assertThat(signIn(PASSWORD).getStatus()).isEqualTo(429);
    }

    @Test
    void another_email_signs_in_in_place_of_the_old_one_and_ends_what_was_open() throws Exception {
        var session = fullSession();
        var wanted = "ada.berg-" + UUID.randomUUID() + "@clinic.example";

        var taken =
                OrganizationContext.in(
                        founded.organization(),
                        () ->
                                accounts.changeEmail(
                                        permit(),
                                        founded.administrator(),
                                        invitedEmail(),
                                        EmailChange.NAME_CHANGED));
        assertThat(codes(taken)).containsExactly("EMAIL_TAKEN");
        assertThat(home(session)).isEqualTo(200);

        inside(() ->
                accounts.changeEmail(
                                permit(),
                                founded.administrator(),
                                wanted.toUpperCase(),
                                EmailChange.NAME_CHANGED)
                        .orThrow());

        assertThat(home(session)).isEqualTo(302);
        assertThat(signIn(PASSWORD).getStatus()).isEqualTo(422);
        var renamed = browse(post("/sign-in").param("email", wanted).param("password", PASSWORD));
        assertThat(renamed.getRedirectedUrl()).isEqualTo("/sign-in/code");
        assertThat(details())
                .contains("EMAIL_CHANGED NAME_CHANGED")
                .noneMatch(it -> it.contains("@"));
    }

    @Test
    void an_email_changes_only_with_a_reason_and_voids_links_that_are_out() {
        var link = invite("theo", Role.BILLER);
        var nameless =
                OrganizationContext.in(
                        founded.organization(),
                        () -> accounts.changeEmail(permit(), link.account(), "theo", null));
        assertThat(codes(nameless)).containsExactly("EMAIL_FORM", "REASON_MISSING");
        assertThat(invitations.find(link.token())).isPresent();

        inside(() ->
                accounts.changeEmail(
                                permit(),
                                link.account(),
                                "theo-" + UUID.randomUUID() + "@clinic.example",
                                EmailChange.MISTYPED)
                        .orThrow());

        assertThat(invitations.find(link.token())).isEmpty();
    }

    @Test
    void a_link_is_shown_with_its_whole_address_in_a_field_to_copy() throws Exception {
        var administrator = fullSession();
        var page =
                browse(
                        post("/staff")
                                .param("name", "Theo Brandt")
                                .param("email", "theo-" + UUID.randomUUID() + "@clinic.example")
                                .param("roles", "BILLER")
                                .with(request -> {
                                    request.setServerName("trellis.clinic.example");
                                    request.setScheme("https");
                                    request.setServerPort(443);
                                    return request;
                                }),
                        administrator);

        assertThat(page.getContentAsString())
                .containsPattern(
                        "value=\"https://trellis\\.clinic\\.example/invitation/[\\w-]{64}\" readonly")
                .contains("data-copy=\"link\"");
    }

    @Test
    void the_token_of_an_open_page_is_good_for_more_than_one_press() throws Exception {
        var token = new Cookie("csrf", UUID.randomUUID().toString());

        var page =
                browser.perform(get("/account").cookie(fullSession(), token))
                        .andReturn()
                        .getResponse();

        assertThat(page.getStatus()).isEqualTo(200);
        assertThat(page.getCookie("csrf")).as("a token in place of the page's own").isNull();
    }

    @Test
    void a_locked_account_is_out_at_its_next_request() throws Exception {
        var link = invite("theo", Role.BILLER);
        invitations.take(link.token(), "seven quiet otters swim").orThrow();
        var session = enrolledSession(link);
        assertThat(home(session)).isEqualTo(200);

        inside(() -> accounts.lock(permit(), link.account()));

        assertThat(home(session)).isEqualTo(302);
    }

    @Test
    void an_invitation_is_good_once_and_for_seven_days() throws Exception {
        var link = invite("theo", Role.BILLER);
        assertThat(browse(get(link.path())).getStatus()).isEqualTo(200);
        var joined =
                browse(
                        post(link.path())
                                .param("password", "seven quiet otters swim")
                                .param("passwordAgain", "seven quiet otters swim"));
        assertThat(joined.getRedirectedUrl()).isEqualTo("/sign-in/enroll");
        assertThat(browse(get(link.path())).getStatus()).isEqualTo(404);

        var late = invite("jin", Role.CLINICIAN);
        clock.advance(Duration.ofDays(7));
        assertThat(invitations.find(late.token())).isEmpty();
    }

    @Test
    void a_lost_factor_is_replaced_only_with_link_and_password() throws Exception {
        enroll();
        var link =
                OrganizationContext.in(
                        founded.organization(),
                        () -> accounts.resetFactor(permit(), founded.administrator()).orThrow());

        assertThat(signIn(PASSWORD).getRedirectedUrl())
                .as("the old factor stands until the link is taken")
                .isEqualTo("/sign-in/code");
        assertThat(invitations.take(link.token(), "guessed wrong here"))
                .isInstanceOf(Change.Refused.class);
        var taken = browse(post(link.path()).param("password", PASSWORD));
        assertThat(taken.getRedirectedUrl()).isEqualTo("/sign-in/enroll");
    }

    @Test
    void a_short_or_obvious_password_and_a_taken_email_are_refused() {
        var link = invite("theo", Role.BILLER);

        assertThat(codes(invitations.take(link.token(), "short")))
                .containsExactly("PASSWORD_TOO_SHORT");
        assertThat(codes(invitations.take(link.token(), "Password123456")))
                .containsExactly("PASSWORD_OBVIOUS");
        var again =
                OrganizationContext.in(
                        founded.organization(),
                        () ->
                                accounts.invite(
                                        permit(),
                                        Ids.next(),
                                        new NewAccount(
                                                email,
                                                "Ada",
                                                Set.of(Role.BILLER),
                                                Set.of(),
                                                null)));
        assertThat(codes(again)).containsExactly("EMAIL_TAKEN");
    }

    @Test
    void the_last_administrator_can_neither_be_locked_nor_lose_the_role() {
        var roles =
                OrganizationContext.in(
                        founded.organization(),
                        () ->
                                accounts.setRoles(
                                        permit(),
                                        founded.administrator(),
                                        Set.of(Role.BILLER),
                                        Set.of()));
        var lock =
                OrganizationContext.in(
                        founded.organization(),
                        () -> accounts.lock(permit(), founded.administrator()));

        assertThat(codes(roles)).containsExactly("LAST_ADMINISTRATOR");
        assertThat(codes(lock)).containsExactly("LAST_ADMINISTRATOR");
    }

    @Test
    void a_secret_sealed_for_one_account_does_not_open_for_another() throws Exception {
        enroll();
        var standing = standing(founded.administrator());
        var elsewhere =
                new Standing(
                        standing.organization(),
                        UUID.randomUUID(),
                        "",
                        "",
                        null,
                        standing.secret(),
                        true,
                        0,
                        false);

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> authenticator.open(elsewhere))
                .isInstanceOf(IllegalStateException.class);
    }

    private OneTimeLink invite(String name, Role role) {
        return OrganizationContext.in(
                founded.organization(),
                () ->
                        accounts.invite(
                                        permit(),
                                        Ids.next(),
                                        new NewAccount(
                                                name + UUID.randomUUID() + "@clinic.example",
                                                name,
                                                Set.of(role),
                                                Set.of(),
                                                null))
                                .orThrow());
    }

    private String invitedEmail() {
        var invited = invite("jin", Role.CLINICIAN).account();
        return accounts.one(permit(), invited).email();
    }

    private List<String> details() {
        return OrganizationContext.in(
                founded.organization(),
                () ->
                        transaction.execute(status ->
                                jdbc.sql("select detail from audit.event where detail is not null")
                                        .query(String.class)
                                        .list()));
    }

    private static String token(MockHttpServletResponse page) throws Exception {
        var found =
                Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
                        .matcher(page.getContentAsString());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    /** Takes away the tokens that {@code csrf()} puts in place of the program's own. */
    private RequestPostProcessor realTokens() {
        return request -> {
            WebTestUtils.setCsrfTokenRepository(request, tokens);
            return request;
        };
    }

    private static RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }

    private Permit permit() {
        return Access.system(founded.organization(), Action.STAFF_EDIT, Permit.Purpose.OPERATIONS);
    }

    private void inside(Runnable work) {
        OrganizationContext.run(founded.organization(), work);
    }

    private Account account() {
        return OrganizationContext.in(
                founded.organization(), () -> accounts.one(permit(), founded.administrator()));
    }

    private Standing standing(AccountId account) {
        return OrganizationContext.in(
                founded.organization(),
                () ->
                        transaction.execute(
                                status -> credentials.standing(account.value()).orElseThrow()));
    }

    private String nextCode() {
        return authenticator.next(standing(founded.administrator()));
    }

    private List<String> enroll() throws Exception {
        var half = session(signIn(PASSWORD));
        browse(get("/sign-in/enroll"), half);
        return recoveryCodes(browse(post("/sign-in/enroll").param("code", nextCode()), half));
    }

    private Cookie fullSession() throws Exception {
        var half = session(signIn(PASSWORD));
        browse(get("/sign-in/enroll"), half);
        return session(browse(post("/sign-in/enroll").param("code", nextCode()), half));
    }

    private Cookie enrolledSession(OneTimeLink link) throws Exception {
        var account = standing(link.account());
        var half =
                session(
                        browse(
                                post("/sign-in")
                                        .param("email", account.email())
                                        .param("password", "seven quiet otters swim")));
        browse(get("/sign-in/enroll"), half);
        var code = authenticator.next(standing(link.account()));
        return session(browse(post("/sign-in/enroll").param("code", code), half));
    }

    private MockHttpServletResponse signIn(String password) throws Exception {
        return browse(post("/sign-in").param("email", email).param("password", password));
    }

    private int home(Cookie session) throws Exception {
        return browse(get("/account"), session).getStatus();
    }

    private MockHttpServletResponse browse(MockHttpServletRequestBuilder request, Cookie... cookies)
            throws Exception {
        var built = cookies.length == 0 ? request : request.cookie(cookies);
        built =
                built.with(it ->
                        "127.0.0.1".equals(it.getRemoteAddr())
                                ? from(address).postProcessRequest(it)
                                : it);
        return browser.perform(built.with(csrf())).andReturn().getResponse();
    }

    private static Cookie session(MockHttpServletResponse response) {
        var cookie = response.getCookie("session");
        assertThat(cookie).as("a session cookie").isNotNull();
        return cookie;
    }

    private static String words(MockHttpServletResponse response) throws Exception {
        return response.getContentAsString().replaceAll("value=\"[^\"]*\"", "");
    }

    private static List<String> recoveryCodes(MockHttpServletResponse response) throws Exception {
        return Pattern.compile("<li class=\"mono\">([a-z0-9-]{11})</li>")
                .matcher(response.getContentAsString())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static List<String> codes(Change<?> change) {
        return change instanceof Change.Refused<?>(var problems)
                ? problems.stream().map(it -> it.code()).toList()
                : List.of();
    }
}
