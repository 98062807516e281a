package care.trellis.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/**
 * A hand that counts: one click, tap, choice or shortcut key is one; typed text is not. Going to a
 * page, and waiting, is none.
 */
final class Hand {

    private int count;
    private int fields;

    int count() {
        return count;
    }

    /** Fields that were typed into. */
    int fields() {
        return fields;
    }

    /** Goes to a field and types. */
    void fill(Locator field, String words) {
        field.fill(words);
        fields++;
    }

    void click(Locator where) {
        where.click();
        count++;
    }

    /** Opens a list and takes one of its lines: two. */
    void choose(Locator list, String label) {
        list.selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(label));
        count += 2;
    }

    void press(Page page, String key) {
        page.keyboard().press(key);
        count++;
    }

    /** Types where the cursor stands. */
    void type(Page page, String words) {
        page.keyboard().insertText(words);
    }
}
