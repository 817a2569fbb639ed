#include "analyses/text/methods.hpp"

#include "analyses/text/codes_analysis.hpp"
#include "analyses/text/codes_chapter.hpp"
#include "analyses/text/codes_figures.hpp"
#include "analyses/text/estimate_analysis.hpp"
#include "analyses/text/estimate_chapter.hpp"

#include <nlohmann/json.hpp>

namespace tarazy {

std::vector<Method> text_methods() {
    return {
        codes_method(),
        estimate_method(),
    };
}

std::vector<Chapter> text_chapters() {
    return {
        {.method = "text.codes", .body = codes_body, .figures = codes_figures, .quantity = codes_quantity},
        {.method = "text.estimate", .body = estimate_body, .quantity = estimate_quantity},
    };
}

}  // namespace tarazy
