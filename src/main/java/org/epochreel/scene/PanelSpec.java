package org.epochreel.scene;

import org.epochreel.scene.VideoSpec.PanelKind;

/** A panel of the picture, with the settings of its own that its kind has, if it has any. */
public sealed interface PanelSpec {

    PanelKind kind();

    /** A panel that its kind says everything about. */
    record Plain(PanelKind kind) implements PanelSpec {}

    /** A panel without settings. */
    static PanelSpec of(PanelKind kind) {
        return new Plain(kind);
    }
}
