#include "analyses/text/methods.hpp"

#include "analyses/text/codes_analysis.hpp"
#include "analyses/text/codes_chapter.hpp"
#include "analyses/text/codes_figures.hpp"

#include <nlohmann/json.hpp>

namespace tarazy {

std::vector<Method> text_methods() {
    return {
        codes_method(),
    };
}

std::vector<Chapter> text_chapters() {
    return {
        {.method = "text.codes", .body = codes_body, .figures = codes_figures, .quantity = codes_quantity},
    };
}

}  // namespace tarazy
