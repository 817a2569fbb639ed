/* The tables of state codes and names, placed into the program byte by byte: no file to find at run time. */
    .section .rodata
    .global tarazy_state_codes_begin
    .global tarazy_state_codes_end
    .global tarazy_state_aliases_begin
    .global tarazy_state_aliases_end
    .global tarazy_not_states_begin
    .global tarazy_not_states_end
    .balign 16
tarazy_state_codes_begin:
    .incbin "table/state_codes.csv"
tarazy_state_codes_end:
tarazy_state_aliases_begin:
    .incbin "table/state_aliases.csv"
tarazy_state_aliases_end:
tarazy_not_states_begin:
    .incbin "table/not_states.csv"
tarazy_not_states_end:
    .section .note.GNU-stack,"",%progbits
