package care.trellis.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/**
 * A QR code as the path of an SVG picture: no image file, nothing inline that the content policy
 * forbids.
 *
 * @param size width and height in modules, quiet zone included
 * @param path the dark modules
 */
public record QrCode(int size, String path) {

    private static final int QUIET_ZONE = 4;

    /** Draws the text as a code of medium error correction. */
    public static QrCode of(String content) {
        try {
            var modules =
                    new QRCodeWriter()
                            .encode(
                                    content,
                                    BarcodeFormat.QR_CODE,
                                    1,
                                    1,
                                    Map.of(
                                            EncodeHintType.MARGIN,
                                            QUIET_ZONE,
                                            EncodeHintType.ERROR_CORRECTION,
                                            ErrorCorrectionLevel.M));
            var path = new StringBuilder();
            for (int y = 0; y < modules.getHeight(); y++) {
                for (int x = 0; x < modules.getWidth(); x++) {
                    if (modules.get(x, y)) {
                        path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                    }
                }
            }
            return new QrCode(modules.getWidth(), path.toString());
        } catch (WriterException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
