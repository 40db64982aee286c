package org.epochreel.gallery;

import com.google.common.collect.ImmutableList;
import org.epochreel.scene.read.KeyOverride;

/**
 * One run of a gallery.
 *
 * @param name of its files, unlike any other member's
 * @param label as the wall and messages name it, such as "seed 7"
 * @param overrides what sets its scene apart from the gallery's
 */
public record GalleryMember(String name, String label, ImmutableList<KeyOverride> overrides) {}
