#pragma once

#include "serve/request.hpp"
#include "serve/workspace/workspace.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tarazy {

/// What somebody types into a field of a page and has not saved: kept while it is typed, so that a kill loses the
/// keystroke in progress at most. Entry of kind `field_draft`.
struct FieldDraft {
    std::string who, page;  ///< coder or judge; "cases", "evidence"
    std::string field;      ///< as the page names it
    std::string text;
    std::string seen;  ///< what stood in the field when the typing began
};

void keep_field_draft(Workspace& workspace, const std::string& tab, const FieldDraft& draft);
void drop_field_draft(Workspace& workspace, const std::string& tab, const FieldDraft& draft);
[[nodiscard]] std::vector<FieldDraft> field_drafts_of(const Workspace& workspace, const std::string& who,
                                                      const std::string& page);

/// `/api/drafts`: GET `?who&page`: list of `field,text,seen`; POST `who,page,field,text,seen`, text null: dropped.
[[nodiscard]] Routes field_draft_routes();

}  // namespace tarazy
