package dev.athanor.demo.project;

import dev.athanor.demo.tenant.Users;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes users into projects. */
@Service
@Transactional(readOnly = true)
public class MemberService {

    private final ProjectMembers members;
    private final Projects projects;
    private final Users users;
    private final Clock clock;

    MemberService(ProjectMembers members, Projects projects, Users users, Clock clock) {
        this.members = members;
        this.projects = projects;
        this.users = users;
        this.clock = clock;
    }

    public List<MemberView> list(UUID projectId) {
        projects.require(projectId);
        return members.findByProjectIdOrderByJoinedAt(projectId).stream()
                .map(MemberView::of)
                .toList();
    }

    @Transactional
    public MemberView add(UUID projectId, NewMember member) {
        ProjectMember added = new ProjectMember(
                projects.require(projectId), users.require(member.userId()), member.role(), clock.instant());
        return MemberView.of(members.saveAndFlush(added));
    }
}
