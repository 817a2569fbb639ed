#include "analyses/simulate/methods.hpp"

#include "analyses/simulate/assure_analysis.hpp"
#include "analyses/simulate/assure_chapter.hpp"
#include "analyses/simulate/assure_figures.hpp"
#include "analyses/simulate/bargain_analysis.hpp"
#include "analyses/simulate/bargain_chapter.hpp"
#include "analyses/simulate/bargain_figures.hpp"
#include "analyses/simulate/ensemble_analysis.hpp"
#include "analyses/simulate/ensemble_chapter.hpp"
#include "analyses/simulate/ensemble_figures.hpp"
#include "analyses/simulate/forecast_analysis.hpp"
#include "analyses/simulate/forecast_chapter.hpp"
#include "analyses/simulate/forecast_figures.hpp"
#include "analyses/simulate/hedge_analysis.hpp"
#include "analyses/simulate/hedge_chapter.hpp"
#include "analyses/simulate/hedge_figures.hpp"

#include "analyses/simulate/simulate_rows_used.hpp"

#include <nlohmann/json.hpp>

namespace tarazy {

std::vector<Method> simulate_methods() {
    return {
        ensemble_method(), assure_method(), forecast_method(), bargain_method(), hedge_method(),
    };
}

std::vector<Chapter> simulate_chapters() {
    return {
        {.method = "simulate.ensemble",
         .body = ensemble_body,
         .figures = ensemble_figures,
         .quantity = ensemble_quantity,
         .rows_used = scenario_rows_used,
         .rows_entered = scenario_rows_entered},
        {.method = "simulate.assure",
         .body = assure_body,
         .figures = assure_figures,
         .quantity = assure_quantity,
         .rows_used = whole_input_used},
        {.method = "simulate.forecast",
         .body = forecast_body,
         .figures = forecast_figures,
         .quantity = forecast_quantity,
         .rows_used = forecast_rows_used,
         .rows_entered = forecast_rows_entered},
        {.method = "simulate.bargain",
         .body = bargain_body,
         .figures = bargain_figures,
         .quantity = bargain_quantity,
         .rows_used = whole_input_used},
        {.method = "simulate.hedge",
         .body = hedge_body,
         .figures = hedge_figures,
         .quantity = hedge_quantity,
         .rows_used = whole_input_used},
    };
}

}  // namespace tarazy
