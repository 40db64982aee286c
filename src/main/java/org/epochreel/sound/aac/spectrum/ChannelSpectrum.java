package org.epochreel.sound.aac.spectrum;

/**
 * A channel's lines in a frame, in the order of coding, and how much noise each band hides.
 *
 * @param thresholds energies of noise that are just inaudible, by band of the layout
 */
public record ChannelSpectrum(BandLayout layout, double[] lines, double[] thresholds) {

    double energy(int band) {
        double energy = 0;
        for (int i = layout.start(band); i < layout.end(band); i++) {
            energy += lines[i] * lines[i];
        }
        return energy;
    }
}
