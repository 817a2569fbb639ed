/* Counts of Kazakh stems, placed into the program byte by byte: no file to find at run time. */
    .section .rodata
    .global tarazy_kazakh_stem_counts_begin
    .global tarazy_kazakh_stem_counts_end
    .balign 16
tarazy_kazakh_stem_counts_begin:
    .incbin "text/lemmas/kazakh_stem_counts.csv"
tarazy_kazakh_stem_counts_end:
    .section .note.GNU-stack,"",%progbits
