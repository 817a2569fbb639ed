#pragma once

#include "serve/request.hpp"

#include <string>
#include <string_view>

namespace tarazy {

/// A report as the server gives it: the file as it is, with a policy that names the scripts of this program's reports
/// by their SHA-256. Any other script in it does not run: a report may come from somebody else, and stands in a page of
/// ours. One that another version has written is read without scripts. Its pictures set styles, which the policy
/// allows.
[[nodiscard]] Answer report_page(std::string html);

/// `'sha256-...'` of a script's text, as Content Security Policy Level 3 has it.
[[nodiscard]] std::string script_source(std::string_view text);

}  // namespace tarazy
