#pragma once

#include "serve/request.hpp"

#include <string>
#include <string_view>

namespace tarazy {

/// A report as the server gives it: the file as it is, with a policy that names its scripts by their SHA-256, so that
/// no other runs. Its pictures set styles, which the policy of a report allows.
[[nodiscard]] Answer report_page(std::string html);

/// `'sha256-...'` of a script's text, as Content Security Policy Level 3 has it.
[[nodiscard]] std::string script_source(std::string_view text);

}  // namespace tarazy
