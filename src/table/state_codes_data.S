/* The table of state codes, placed into the program byte by byte: no file to find at run time. */
    .section .rodata
    .global tarazy_state_codes_begin
    .global tarazy_state_codes_end
    .balign 16
tarazy_state_codes_begin:
    .incbin "table/state_codes.csv"
tarazy_state_codes_end:
    .section .note.GNU-stack,"",%progbits
