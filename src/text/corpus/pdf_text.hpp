#pragma once

#include "text/corpus/limited_process.hpp"

#include <string>

namespace tarazy {

struct PdfText {
    std::string text;  ///< lines as they stand on the page; a form feed ends each page
    std::size_t pages = 0;
    std::size_t without_text = 0;  ///< pages without a letter or digit: pictures, perhaps scanned
};

/// The text of a PDF file, through `pdftotext -layout` of Poppler in a child process with limits.
/// @param program  what to call; found on PATH
/// @throws InputError: no PDF, damaged, protected by a password, no text on any page (it needs OCR);
///         LimitError when the child meets a limit; FileError when the program is not installed; Interrupted
[[nodiscard]] PdfText read_pdf_text(const std::string& path, const ProcessLimits& limits, const Work& work,
                                    const std::string& program = "pdftotext");

}  // namespace tarazy
