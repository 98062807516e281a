package care.trellis.documents;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads a rendered page as XML: no document type, no entity from elsewhere. */
final class Xhtml {

    private static final DocumentBuilderFactory FACTORY = factory();

    private Xhtml() {}

    static Document parse(String page) {
        try {
            var source = new InputSource(new StringReader(printable(page)));
            var builder = builder();
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(source);
        } catch (SAXException wrong) {
            // The message of the parser could quote a person's words.
            throw new IllegalArgumentException("the template is not well-formed XML");
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static DocumentBuilder builder() throws ParserConfigurationException {
        synchronized (FACTORY) {
            return FACTORY.newDocumentBuilder();
        }
    }

    /**
     * What people paste may hold characters that XML does not know: they leave no mark on paper.
     */
    private static String printable(String page) {
        return page.codePoints()
                .filter(Xhtml::inXml)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean inXml(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }

    private static DocumentBuilderFactory factory() {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            return factory;
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
