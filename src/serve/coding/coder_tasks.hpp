#pragma once

#include "serve/coding/coding_entries.hpp"
#include "serve/workspace/workspace.hpp"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace tarazy {

/// Who codes which document, in which order; entry of kind `task`.
struct CoderTask {
    std::string coder, doc;
    std::size_t place = 0;  ///< from 1
    bool doubled = false;   ///< somebody else codes it too
};

/// Coders, what each is to code, what they have finished, and whether they code blind.
struct CoderDesk {
    std::vector<std::string> coders;  ///< by name
    bool blind = false;               ///< nobody sees the codings of others before all have finished a document
    std::int64_t blind_version = 0;
    std::vector<CoderTask> tasks;                           ///< by coder and place
    std::map<std::string, std::set<std::string>> finished;  ///< coders of each document

    [[nodiscard]] bool has_finished(const std::string& coder, const std::string& doc) const;
    /// Those to whom the document was given.
    [[nodiscard]] std::set<std::string> given_to(const std::string& doc) const;
};
[[nodiscard]] CoderDesk coder_desk(const WorkspaceView& view);

/// May the coder see what others coded in a document? Not blind: always. Blind: when all whose work it is have finished
/// it: those to whom it was given, who have coded something in it, and, of a document given to nobody, the coder.
/// @param here  all codings of the document
[[nodiscard]] bool sees_others(const CoderDesk& desk, const std::string& coder, const std::string& doc,
                               const std::vector<StoredCoding>& here);

/// The codings that a coder may see, of any documents. O(n log n)
[[nodiscard]] std::vector<StoredCoding> visible_codings(const CoderDesk& desk, const std::string& coder,
                                                        const std::vector<StoredCoding>& codings);

/// @throws RefusedRequest 400: no name, or one that is too long
[[nodiscard]] ProposedAct add_coder(const WorkspaceView& view, const std::string& name);
[[nodiscard]] ProposedAct set_blind(const WorkspaceView& view, bool blind);
/// Gives documents to coders, drawn (`coding_assignment_table`); what was given before is given up.
/// @throws UsageError with fewer than two coders or no document
[[nodiscard]] ProposedAct give_documents(const WorkspaceView& view, const std::vector<std::string>& documents,
                                         const std::vector<std::string>& coders, double double_share,
                                         std::uint64_t seed);
[[nodiscard]] ProposedAct finish_document(const std::string& coder, const std::string& doc, bool finished);

}  // namespace tarazy
