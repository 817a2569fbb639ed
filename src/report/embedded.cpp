#include "report/embedded.hpp"

#include <array>
#include <cassert>

// Defined in embedded_files.S.
#define TARAZY_EMBEDDED(name)                      \
    extern "C" const char tarazy_##name##_begin[]; \
    extern "C" const char tarazy_##name##_end[];
TARAZY_EMBEDDED(report_js)
TARAZY_EMBEDDED(report_css)
TARAZY_EMBEDDED(figures_mjs)
TARAZY_EMBEDDED(en_report)
TARAZY_EMBEDDED(kk_report)
TARAZY_EMBEDDED(ru_report)
TARAZY_EMBEDDED(en_figures)
TARAZY_EMBEDDED(kk_figures)
TARAZY_EMBEDDED(ru_figures)
#undef TARAZY_EMBEDDED

namespace tarazy {
namespace {

struct EmbeddedFile {
    std::string_view name;
    const char* begin;
    const char* end;
};

#define TARAZY_EMBEDDED(path, name)                      \
    EmbeddedFile {                                       \
        path, tarazy_##name##_begin, tarazy_##name##_end \
    }
const std::array<EmbeddedFile, 9> embedded_files{
    TARAZY_EMBEDDED("report.js", report_js),        TARAZY_EMBEDDED("report.css", report_css),
    TARAZY_EMBEDDED("figures.mjs", figures_mjs),    TARAZY_EMBEDDED("en/report.json", en_report),
    TARAZY_EMBEDDED("kk/report.json", kk_report),   TARAZY_EMBEDDED("ru/report.json", ru_report),
    TARAZY_EMBEDDED("en/figures.json", en_figures), TARAZY_EMBEDDED("kk/figures.json", kk_figures),
    TARAZY_EMBEDDED("ru/figures.json", ru_figures)};
#undef TARAZY_EMBEDDED

}  // namespace

std::string_view embedded_file(std::string_view name) {
    for (const EmbeddedFile& file : embedded_files) {
        if (file.name == name) return {file.begin, static_cast<std::size_t>(file.end - file.begin)};
    }
    assert(false && "no such embedded file");
    return {};
}

}  // namespace tarazy
