package org.epochreel.gallery.page;

import java.nio.charset.StandardCharsets;

/**
 * File names as URLs relative to the page: percent-encoded (RFC 3986), so that no name is taken for a scheme, a query
 * or a fragment.
 */
final class Address {

    private static final String UNRESERVED = "-._~";
    private static final String HEX = "0123456789ABCDEF";

    private Address() {}

    /**
     * Refuses what does not lie beside or below the page.
     *
     * @throws IllegalArgumentException if a part between slashes is empty, "." or ".."
     */
    static void check(String file) {
        for (String part : file.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                throw new IllegalArgumentException("\"" + file + "\" is no file beside or below the page");
            }
        }
    }

    static String of(String file) {
        StringBuilder url = new StringBuilder();
        for (byte octet : file.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            if (c == '/' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
                    || UNRESERVED.indexOf(c) >= 0) {
                url.append(c);
            } else {
                url.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            }
        }
        return url.toString();
    }
}
