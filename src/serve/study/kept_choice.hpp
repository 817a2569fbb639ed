#pragma once

#include "study/edit_study.hpp"

#include <span>
#include <string>
#include <string_view>

namespace tarazy {

/// The study file with a `[[choice]]` more: the study as it stands, or these values instead.
/// @param name, reason  in that language; the other two languages are left to the author
/// @param edits  all of them `set`: the values of the alternative
/// @throws InputError if one of them is no value or leads nowhere; RefusedRequest (400) without a name or an edit
[[nodiscard]] std::string with_choice(std::string_view text, const std::string& name, const std::string& reason,
                                      const std::string& language, std::span<const StudyEdit> edits);

}  // namespace tarazy
