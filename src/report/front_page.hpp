#pragma once

#include "report/report_context.hpp"

namespace tarazy {

/// The state in one page: sentences made from claims, the balance picture, the ledger of propositions.
[[nodiscard]] Html front_page(const ReportContext& context);

}  // namespace tarazy
