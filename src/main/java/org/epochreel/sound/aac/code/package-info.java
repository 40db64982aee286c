/**
 * Numbers and bits of AAC (ISO/IEC 14496-3, subpart 4): fields, Huffman codes, the quantiser's powers. The tables come
 * from JAAD, which only {@link org.epochreel.sound.aac.code.JaadTables} knows. For the rooms of AAC only.
 */
package org.epochreel.sound.aac.code;
