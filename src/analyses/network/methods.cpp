#include "analyses/network/methods.hpp"

#include "analyses/network/bridge_analysis.hpp"
#include "analyses/network/bridge_chapter.hpp"
#include "analyses/network/bridge_figures.hpp"
#include "analyses/network/function_words.hpp"
#include "analyses/network/functions_analysis.hpp"
#include "analyses/network/functions_chapter.hpp"
#include "analyses/network/functions_figures.hpp"
#include "analyses/network/knockout_analysis.hpp"
#include "analyses/network/knockout_chapter.hpp"
#include "analyses/network/knockout_figures.hpp"
#include "analyses/network/membership_rows_used.hpp"
#include "analyses/network/regimes_analysis.hpp"
#include "analyses/network/regimes_chapter.hpp"
#include "analyses/network/regimes_figures.hpp"

#include <nlohmann/json.hpp>

namespace tarazy {

std::vector<Method> network_methods() {
    return {
        bridge_method(),
        functions_method(),
        knockout_method(),
        regimes_method(),
    };
}

std::vector<Chapter> network_chapters() {
    return {
        {.method = "network.bridge",
         .body = bridge_body,
         .figures = bridge_figures,
         .quantity = bridge_quantity,
         .rows_used = membership_rows_used,
         .rows_entered = membership_rows_entered},
        {.method = "network.functions",
         .body = functions_body,
         .figures = functions_figures,
         .quantity = function_quantity,
         .rows_used = membership_rows_used,
         .rows_entered = membership_rows_entered},
        {.method = "network.knockout",
         .body = knockout_body,
         .figures = knockout_figures,
         .quantity = function_quantity,
         .rows_used = membership_rows_used,
         .rows_entered = membership_rows_entered},
        {.method = "network.regimes",
         .body = regimes_body,
         .figures = regimes_figures,
         .quantity = regimes_quantity,
         .rows_used = membership_rows_used,
         .rows_entered = membership_rows_entered},
    };
}

}  // namespace tarazy
