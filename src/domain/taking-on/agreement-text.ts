/**
 * What the service promises and what it asks, to start a service agreement from. It may be changed for each child.
 *
 * @source OM section 2.1
 */
export const agreementText = `What we promise you
We will listen to you first. We will be on time, and tell you if we cannot be.
We will tell you why we ask things, and who sees what you tell us.
We will make it as easy as we can for you to take part. Tell us what helps.
You can see what we write about you, and say when you think it is wrong.

What we ask of you
Come when we have agreed to meet, or let us know before if you cannot.
Help us to make your plan, and say when it does not work for you.
Treat the people you meet here as you want to be treated.

If things go wrong
We will talk with you and your family first, and ask what we can change.
If you are not happy with us, you can tell any of us or our manager, and we will answer.`
