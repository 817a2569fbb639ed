#pragma once

#include "report/report_context.hpp"

#include <optional>

namespace tarazy {

/// The state in one page: sentences made from claims, the balance picture, the ledger of propositions.
[[nodiscard]] Html front_page(const ReportContext& context);

/// The picture at its head, from the first chapter that has one.
[[nodiscard]] std::optional<FrontPicture> front_picture(const ReportContext& context);

}  // namespace tarazy
