/** What is written beside a film besides its record: metrics, subtitles, and which moment each frame shows. */
package org.epochreel.render.beside;
