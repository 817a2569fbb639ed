#pragma once

#include "analyses/all_methods.hpp"
#include "analyses/example_study_test.hpp"
#include "analyses/write_study/given_data.hpp"
#include "analyses/write_study/started_analyses.hpp"
#include "analyses/write_study/write_study.hpp"
#include "study/new_study.hpp"

#include <string>
#include <vector>

namespace tarazy {

/// For tests only: data files beside an example study, and an order of a study of KAZ from them.
class OrderedStudy {
public:
    OrderedStudy() {
        order.folder = root.beside("new");
        order.id = "new";
        order.focus = "KAZ";
        order.poles = poles_of_option("RUS,CHN,WEST=USA+FRA");
        order.years = {2005, 2016};
        order.comparison = {"UZB"};
        order.command = "tarazy study new";
    }

    /// A file of the example study: votes.csv, roll_calls.csv, events.csv, links.csv.
    void give(const std::string& name) { order.files.push_back({root / ("data/" + name), ""}); }
    void give(const std::string& name, const std::string& bytes) {
        write_file_atomically(root.beside(name), bytes);
        order.files.push_back({root.beside(name), ""});
    }
    [[nodiscard]] StudyDraft draft() const {
        std::vector<GivenData> data = read_given_data(order, {});
        survey(data);
        return started_analyses(order, std::move(data), all_methods());
    }
    [[nodiscard]] WrittenStudy write() const { return write_study(order, all_methods()); }
    [[nodiscard]] std::string text(const std::string& file = "study.toml") const {
        return read_file(order.folder + "/" + file);
    }

    ExampleStudy root;
    StudyOrder order;
};

}  // namespace tarazy
