#include "study/method.hpp"

#include "analyses/all_methods.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace tarazy {
namespace {

TEST(Methods, EveryOneIsWhole) {
    std::set<std::string> ids;
    for (const Method& method : methods()) {
        EXPECT_TRUE(ids.insert(method.id).second) << method.id;
        EXPECT_NE(method.compute, nullptr) << method.id;
        EXPECT_NE(method.claims, nullptr) << method.id;
        EXPECT_EQ(find_method(all_methods(), method.id), &method);
        for (const auto& set : method.reads) {
            for (const DataNeed& need : set)
                EXPECT_NE(std::ranges::find(data_roles(), need.role), data_roles().end()) << need.role;
        }
        StudyProblems problems{"", {}, {}};
        EXPECT_NO_THROW(
            (void)read_parameters({}, method.parameters, method.id, problems));  // the standard values can be read
        for (const ParameterRule& rule : method.parameters)
            EXPECT_FALSE(rule.meaning.empty()) << method.id << ' ' << rule.name;
    }
    EXPECT_EQ(method_names().size(), ids.size());
    EXPECT_EQ(find_method(all_methods(), "align.hedge"), nullptr);
}

TEST(Methods, TheFirstFittingSetOfRolesIsChosen) {
    const Method& method = *find_method(all_methods(), "align.similarity");
    EXPECT_EQ(fitting_roles(method, {"votes"})->front().role, "votes");
    EXPECT_EQ(fitting_roles(method, {"ties", "system"})->front().role, "ties");
    EXPECT_EQ(fitting_roles(method, {"ties"}), nullptr);
}

}  // namespace
}  // namespace tarazy
