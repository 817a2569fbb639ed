#include "analyses/text/methods.hpp"

#include "analyses/text/codes_analysis.hpp"
#include "analyses/text/codes_chapter.hpp"
#include "analyses/text/codes_figures.hpp"
#include "analyses/text/concordance_analysis.hpp"
#include "analyses/text/concordance_chapter.hpp"
#include "analyses/text/document_rows_used.hpp"
#include "analyses/text/estimate_analysis.hpp"
#include "analyses/text/estimate_chapter.hpp"
#include "analyses/text/estimate_figures.hpp"
#include "analyses/text/keyness_analysis.hpp"
#include "analyses/text/keyness_chapter.hpp"
#include "analyses/text/keyness_figures.hpp"
#include "analyses/text/line_passages.hpp"

#include <nlohmann/json.hpp>

namespace tarazy {

std::vector<Method> text_methods() {
    return {
        codes_method(),
        estimate_method(),
        keyness_method(),
        concordance_method(),
    };
}

std::vector<Chapter> text_chapters() {
    return {
        {.method = "text.codes",
         .body = codes_body,
         .figures = codes_figures,
         .quantity = codes_quantity,
         .rows_used = coded_rows_used,
         .rows_entered = document_rows_entered},
        {.method = "text.estimate",
         .body = estimate_body,
         .figures = estimate_figures,
         .quantity = estimate_quantity,
         .rows_used = estimate_rows_used,
         .rows_entered = estimate_rows_entered},
        {.method = "text.keyness",
         .body = keyness_body,
         .figures = keyness_figures,
         .quantity = keyness_quantity,
         .rows_used = word_rows_used,
         .rows_entered = document_rows_entered},
        {.method = "text.concordance",
         .body = concordance_body,
         .quantity = concordance_quantity,
         .passages = line_passages,
         .rows_used = coded_rows_used,
         .rows_entered = document_rows_entered},
    };
}

}  // namespace tarazy
