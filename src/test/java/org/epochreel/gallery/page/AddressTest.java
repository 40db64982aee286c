package org.epochreel.gallery.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @Test
    void onlyUnreservedCharactersStay() {
        assertEquals("runs/a-b_c.d~e", Address.of("runs/a-b_c.d~e"));
        assertEquals("a%20b%231%3Fx%3D%2541%26%22%27%3C%C3%A9%3E%F0%9F%8E%AC.mp4",
                Address.of("a b#1?x=%41&\"'<\u00e9>\ud83c\udfac.mp4"));
        assertEquals("javascript%3Aalert%281%29", Address.of("javascript:alert(1)"));
        assertEquals("c%5Cd%0A", Address.of("c\\d\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b.mp4", "\u00e9/\u4e2d\u6587+plus.mp4", "50%.mp4", "</script>.mp4", "x;y,z@a:b.mp4"})
    void anAddressIsAPathThatReadsBackToTheName(String file) {
        URI uri = URI.create("file:///page/").resolve(Address.of(file));
        assertEquals("/page/" + file, uri.getPath());
        assertEquals(file, URLDecoder.decode(Address.of(file), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/etc/passwd", "//example.org/a.mp4", "../a.mp4", "a/../b", "a//b", "a/", "."})
    void whatLiesElsewhereIsRefused(String file) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> Address.check(file));
        assertTrue(refusal.getMessage().contains("\"" + file + "\""), refusal.getMessage());
    }
}
