/* Files built into the program, so that a report can be written anywhere without the checkout.
   Each gives two symbols: tarazy_NAME_begin and tarazy_NAME_end. Paths are relative to the checkout. */

.section .rodata

.macro embed name, path
    .balign 16
    .global tarazy_\name\()_begin
    .global tarazy_\name\()_end
tarazy_\name\()_begin:
    .incbin "\path"
tarazy_\name\()_end:
    .byte 0
.endm

    embed report_js, "explorer/dist/report.js"
    embed report_css, "explorer/dist/report.css"
    embed figures_mjs, "explorer/dist/figures.mjs"
    embed en_report, "locale/en/report.json"
    embed kk_report, "locale/kk/report.json"
    embed ru_report, "locale/ru/report.json"
    embed en_figures, "locale/en/figures.json"
    embed kk_figures, "locale/kk/figures.json"
    embed ru_figures, "locale/ru/figures.json"

.section .note.GNU-stack, "", %progbits
