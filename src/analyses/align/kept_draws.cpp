#include "analyses/align/kept_draws.hpp"

#include "table/rounding.hpp"
#include "table/table_rows.hpp"

#include <algorithm>
#include <cmath>

namespace tarazy {

ParameterRule keep_draws_rule() {
    return {"keep_draws",
            ParameterKind::integer,
            "0",
            0,
            1000,
            {},
            "joint draws of closeness that are kept for other analyses"};
}

Table kept_draws(const DomainSeries& series, const std::vector<std::string>& poles, std::size_t kept) {
    TableRows rows(TextColumn{"state"}, IntegerColumn{"year"}, TextColumn{"pole"}, IntegerColumn{"draw"},
                   RealColumn{"closeness"});
    for (const DomainDraws& one : series.state_years) {
        const std::size_t count = std::min(kept, one.draws);
        for (std::size_t pole = 0; pole < poles.size(); ++pole) {
            for (std::size_t k = 0; k < count; ++k) {
                const double closeness = one.closeness[k * one.draws / count * poles.size() + pole];
                if (std::isnan(closeness)) continue;  // the pole did not sit in this year
                rows.add(one.state, one.year, poles[pole], k + 1, rounded(closeness, 5));
            }
        }
    }
    return rows.table();
}

}  // namespace tarazy
