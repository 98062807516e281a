package care.trellis.access;

import org.springframework.stereotype.Component;

/** The password. */
@Component
class PasswordFactor implements Factor {

    private final Passwords passwords;

    PasswordFactor(Passwords passwords) {
        this.passwords = passwords;
    }

    @Override
    public boolean proves(Standing account, String answer) {
        return passwords.matches(answer, account.passwordHash());
    }
}
