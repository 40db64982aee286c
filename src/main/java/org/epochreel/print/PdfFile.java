package org.epochreel.print;

import com.google.common.collect.ImmutableMap;
import java.awt.Rectangle;
import org.epochreel.print.type.SubsetFont;

/**
 * Writes a sheet as a PDF 1.7 (ISO 32000-1) of one page, a pixel as a point, with its typefaces within: text stays text
 * and can be searched. Says neither when nor where it was made, so that the same sheet gives the same bytes.
 */
public final class PdfFile {

    private final Sheet sheet;
    private final PdfObjects objects = new PdfObjects();

    private PdfFile(Sheet sheet) {
        this.sheet = sheet;
    }

    /** @param title what programs call the page */
    public static byte[] of(Sheet sheet, String title) {
        return new PdfFile(sheet).write(title);
    }

    private byte[] write(String title) {
        int catalog = objects.reserve();
        int pages = objects.reserve();
        int page = objects.reserve();
        ImmutableMap<String, SubsetFont> fonts = Fonts.of(sheet);
        PdfPage content = new PdfPage(sheet, fonts);
        byte[] drawing = content.draw();
        int contents = objects.addStream("", drawing);
        StringBuilder resources = new StringBuilder("<< /Font <<");
        int number = 0;
        for (SubsetFont font : fonts.values()) {
            resources.append(" /F").append(number++).append(' ').append(new PdfFont(objects, font).write())
                    .append(" 0 R");
        }
        resources.append(" >> /ExtGState <<");
        content.opacities().forEach((alpha, name) -> resources.append(" /").append(name).append(" << /ca ")
                .append(alpha).append(" /CA ").append(alpha).append(" >>"));
        resources.append(" >> /XObject <<");
        number = 0;
        for (Instruction.Pixels picture : content.pictures()) {
            resources.append(" /I").append(number++).append(' ').append(picture(picture)).append(" 0 R");
        }
        resources.append(" >> >>");
        objects.set(catalog, "<< /Type /Catalog /Pages " + pages + " 0 R /ViewerPreferences << /DisplayDocTitle true >> >>");
        objects.set(pages, "<< /Type /Pages /Kids [" + page + " 0 R] /Count 1 >>");
        // Colours mix as they do on the screen.
        objects.set(page, "<< /Type /Page /Parent " + pages + " 0 R /MediaBox [0 0 " + sheet.size().width() + ' '
                + sheet.size().height() + "] /Contents " + contents + " 0 R /Resources " + resources
                + " /Group << /S /Transparency /CS /DeviceRGB >> >>");
        int info = objects.add("<< /Title " + PdfObjects.text(title) + " /Creator " + PdfObjects.text("Epochreel") + " >>");
        return objects.file(catalog, info);
    }

    private int picture(Instruction.Pixels picture) {
        Rectangle area = picture.area();
        byte[] colors = new byte[3 * picture.pixels().length];
        byte[] shown = new byte[picture.pixels().length];
        for (int i = 0; i < shown.length; i++) {
            int pixel = picture.pixels()[i];
            colors[3 * i] = (byte) (pixel >> 16);
            colors[3 * i + 1] = (byte) (pixel >> 8);
            colors[3 * i + 2] = (byte) pixel;
            shown[i] = (byte) (pixel >>> 24);
        }
        String shape = "/Type /XObject /Subtype /Image /Width " + area.width + " /Height " + area.height
                + " /BitsPerComponent 8 ";
        int mask = objects.addStream(shape + "/ColorSpace /DeviceGray", shown);
        return objects.addStream(shape + "/ColorSpace /DeviceRGB /SMask " + mask + " 0 R", colors);
    }
}
