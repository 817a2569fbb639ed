#pragma once

#include "study/study_result.hpp"

#include <string>
#include <string_view>

namespace tarazy {

/// What an analysis by a method is called in a new study: its id ("shares") and its title in three languages. Of a
/// method that is not known here, the last part of its name.
struct MethodTitle {
    std::string id;
    LocalText title;
};
[[nodiscard]] MethodTitle method_title(std::string_view method);

/// The same of an analysis that reads other data than the first by its method: "shares_ties", "...: alliances".
[[nodiscard]] MethodTitle method_title_of(std::string_view method, std::string_view role);

}  // namespace tarazy
