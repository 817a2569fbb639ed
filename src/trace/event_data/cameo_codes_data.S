/* The table of CAMEO codes, placed into the program byte by byte: no file to find at run time. */
    .section .rodata
    .global tarazy_cameo_codes_begin
    .global tarazy_cameo_codes_end
    .balign 16
tarazy_cameo_codes_begin:
    .incbin "trace/event_data/cameo_codes.csv"
tarazy_cameo_codes_end:
    .section .note.GNU-stack,"",%progbits
