#include "text/corpus/pdf_text.hpp"

#include "base/error.hpp"
#include "base/number_text.hpp"
#include "base/text_cut.hpp"
#include "base/text_lists.hpp"
#include "io/text_encoding.hpp"
#include "text/corpus/characters.hpp"

#include <string_view>

namespace tarazy {
namespace {

[[noreturn]] void refuse_pdf(const std::string& path, const std::string& what, const std::string& remedy) {
    throw InputError(Problem{path, 0, 0, what, remedy});
}

[[noreturn]] void stop_at_limit(const std::string& path, const std::string& what) {
    throw LimitError(path + ": reading this PDF " + what +
                     " and was stopped; open it, print it into a new PDF, or save "
                     "its text as .txt");
}

std::string first_complaint(const std::string& errors) {
    for (const std::string& line : split(errors, '\n')) {
        if (!trimmed(line).empty()) return shortened(trimmed(line), 120);
    }
    return "no reason given";
}

bool has_word(std::string_view page) {
    for (std::size_t at = 0; at < page.size();) {
        const CharacterAt here = character_from(page, at);
        at += here.bytes;
        const CharacterKind kind = character_kind(here.value);
        if (is_letter_kind(kind) || kind == CharacterKind::digit) return true;
    }
    return false;
}

void count_pdf_pages(PdfText& result) {
    const std::string_view text = result.text;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\f', at), text.size());
        ++result.pages;
        result.without_text += has_word(text.substr(at, end - at)) ? 0 : 1;
        at = end + 1;
    }
}

}  // namespace

PdfText read_pdf_text(const std::string& path, const ProcessLimits& limits, const Work& work,
                      const std::string& program) {
    const std::string named = path.starts_with('/') ? path : "./" + path;  // no name is an option
    const ProcessResult run =
        run_limited_process({program, "-layout", "-enc", "UTF-8", "-eol", "unix", named, "-"}, limits, work);
    switch (run.end) {
        case ProcessResult::End::not_found:
            throw FileError(path + ": reading PDF needs " + program +
                            ", which was not found on PATH; install it (apt install poppler-utils)");
        case ProcessResult::End::cpu:
            stop_at_limit(path, "took more than " + number_text(limits.cpu_seconds) + " s of computing");
        case ProcessResult::End::wall: stop_at_limit(path, "took more than " + number_text(limits.wall_seconds) + " s");
        case ProcessResult::End::output:
            stop_at_limit(path, "gave more than " + std::to_string(limits.output >> 20) + " MB of text");
        case ProcessResult::End::killed:
            refuse_pdf(path, "the PDF makes its reader fail (signal " + std::to_string(run.status) + ")",
                       "open it and print it into a new PDF, or save its text as .txt");
        case ProcessResult::End::exited: break;
    }
    if (run.errors.find("Incorrect password") != std::string::npos)
        refuse_pdf(path, "the PDF is protected by a password", "open it with the password and print it into a new PDF");
    if (run.status != 0) {
        const bool memory = run.errors.find("emory") != std::string::npos;
        if (memory) stop_at_limit(path, "took more than " + std::to_string(limits.memory >> 20) + " MB of memory");
        refuse_pdf(path, "the PDF cannot be read (" + first_complaint(run.errors) + ")",
                   "open it and print it into a new PDF, or get another copy");
    }
    PdfText result;
    result.text = run.output;
    count_pdf_pages(result);
    if (result.pages == result.without_text)
        refuse_pdf(path,
                   result.pages == 0 ? "the PDF has no pages with text"
                                     : "the PDF has no text on its " + std::to_string(result.pages) +
                                           (result.pages == 1 ? " page" : " pages") + ": it is a scan or a picture",
                   "it needs OCR: run, for instance, ocrmypdf -l kaz+rus+eng on it and read the result");
    if (!is_utf8_text(result.text))
        refuse_pdf(path, "the PDF holds characters that are none", "open it and print it into a new PDF");
    return result;
}

}  // namespace tarazy
