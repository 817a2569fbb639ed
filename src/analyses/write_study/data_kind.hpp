#pragma once

#include "table/table.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tarazy {

/// A column by which a kind of data is known.
struct SoughtColumn {
    std::string name;
    std::vector<std::string> read_as_well = {};  ///< other names that the methods read by themselves
    /// Other names, in any letter case and also Russian and Kazakh, which a study turns into ours by `columns`.
    std::vector<std::string> renamed = {};
    /// Columns whose names begin with one of these do as well ("share_" of `share_RUS`).
    std::vector<std::string> beginnings = {};
};

/// One kind of data that studies read.
struct DataKind {
    std::string role;  ///< as studies call it: "votes"
    std::vector<SoughtColumn> columns;
    /// Columns that are renamed where they are there, but need not be.
    std::vector<SoughtColumn> perhaps = {};
};

/// All kinds, those first whose columns say more: a table is of the first kind whose columns it has.
[[nodiscard]] std::span<const DataKind> data_kinds();

/// What a table was found to be.
struct RecognisedData {
    std::string role;
    std::vector<std::pair<std::string, std::string>> columns = {};  ///< our name, name in the file
    std::vector<std::string> known_by = {};                         ///< columns of the file that told it
    std::vector<std::string> missing = {};                          ///< marks that mean missing: "-9"
};

/// The kind of a table by its header: as a file of others that is known (see `layout_of_table`), else by the columns of
/// our kinds; nothing when it is of none. Letter case counts for our own names, as it does for the methods.
/// @param role  only this kind, as the user says; empty: any. O(kinds x columns).
[[nodiscard]] std::optional<RecognisedData> recognised_data(const Table& table, const std::string& role = {});

/// What to tell of a table that is of no kind: at its header, with the nearest kinds and the columns that each lacks.
/// @param role  the kind that the user says it is; empty: not said
[[nodiscard]] Problem not_recognised(const Table& table, const std::string& role = {});

/// `rcid,ccode,vote`: the columns by which data of a role are known; empty for roles that are no tables.
[[nodiscard]] std::string columns_of_role(std::string_view role);

}  // namespace tarazy
