#pragma once

#include "study/parameters.hpp"
#include "study/study_result.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// A data file as the command line names it.
struct OrderedFile {
    std::string written;    ///< a path, or `$NAME/...`, which stays as it is in the study
    std::string role = {};  ///< of `ROLE=FILE`; empty: to be found by its header
};

/// What somebody asks of a new study, checked.
struct StudyOrder {
    std::string folder;
    std::string id;     ///< letters, digits, - and _
    LocalText title;    ///< no English: to be made of the names
    std::string focus;  ///< ISO alpha-3, as all states here
    std::vector<Pole> poles;
    Span years;
    std::vector<std::string> comparison;
    std::vector<OrderedFile> files;
    std::vector<std::string> with;       ///< families and methods; none: whatever the data can feed
    std::string outcome;                 ///< the set that a comparison of cases explains; empty: to be found
    std::optional<int> event_year;       ///< of what happened, for synthetic controls and interrupted series
    bool refer = false;                  ///< data stay where they are
    std::uint64_t seed = 1;              ///< of the study's random numbers
    std::string command = {};            ///< that asks for it, to be told in its README
    std::vector<std::string> told = {};  ///< what was made of the options, a sentence each
};

/// A state by any spelling, as its ISO alpha-3 code. @param option  for messages: "--focus"
/// @throws UsageError with the name that was probably meant
[[nodiscard]] std::string state_of_option(std::string_view text, const std::string& option);

/// `KGZ,TJK,Viet Nam`, each once. @throws UsageError
[[nodiscard]] std::vector<std::string> states_of_option(std::string_view text, const std::string& option);

/// `RUS,CHN,WEST=USA+GBR`: one state under its code, or an id and its members. The name is that of the one state; West
/// where the id is WEST; the names of two or three members; else the id itself. A name in another script (`РОС=RUS`)
/// gives an id in Latin letters and is the pole's name in its language.
/// @throws UsageError for unknown states, a state twice, an id twice or of other characters
[[nodiscard]] std::vector<Pole> poles_of_option(std::string_view text);

/// What is to be told of poles whose id is not what was typed, a sentence each.
[[nodiscard]] std::vector<std::string> poles_told(std::string_view text, const std::vector<Pole>& poles);

/// Is the name of the pole nothing but its id?
[[nodiscard]] bool is_named_by_id(const Pole& pole);

/// `1991-2024`. @throws UsageError
[[nodiscard]] Span years_of_option(std::string_view text);

/// Families (`align`) and methods (`align.shares`). @throws UsageError with the one that was probably meant
[[nodiscard]] std::vector<std::string> methods_of_option(std::string_view text, const std::vector<std::string>& ids);

/// `ROLE=FILE` where the role is one that studies know, else a file.
[[nodiscard]] OrderedFile file_of_option(const std::string& text);

/// An id of a study out of the name of its folder, in Latin letters: other characters become `-`.
[[nodiscard]] std::string id_of_folder(const std::string& folder);

/// Whether focus, poles and comparison states can stand in one study. @throws UsageError
void check_order(const StudyOrder& order);

/// The names of a state. @pre an ISO alpha-3 code that the program knows
[[nodiscard]] LocalText state_names(const std::string& iso3);

}  // namespace tarazy
