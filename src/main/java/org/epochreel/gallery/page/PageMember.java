package org.epochreel.gallery.page;

import java.math.BigInteger;

/**
 * One run of a gallery.
 *
 * @param seed of the initialisation
 * @param video the member's own
 * @param curve the fitted curve after the last epoch, from left to right
 */
public record PageMember(BigInteger seed, Clip video, SideFiles files, Outcome outcome, Curve curve) {

    /**
     * What lies beside the video, relative to the page.
     *
     * @param poster a PNG of the last frame
     * @param metrics the CSV with one line an epoch
     * @param record the JSON
     */
    public record SideFiles(String poster, String metrics, String record) {

        public SideFiles {
            Address.check(poster);
            Address.check(metrics);
            Address.check(record);
        }
    }
}
